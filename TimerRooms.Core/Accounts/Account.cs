using Microsoft.AspNetCore.Identity;

namespace TimerRooms.Core.Accounts;

/// <summary>Someone who may sign in; owns rooms.</summary>
public sealed class Account : IdentityUser;
