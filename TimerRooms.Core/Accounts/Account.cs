using Microsoft.AspNetCore.Identity;

namespace TimerRooms.Core.Accounts;

/// <summary>Someone who may sign in; owns rooms.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>May add people and decide who of them may sign in.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>May not sign in; the rooms stay.</summary>
    public bool IsDisabled { get; set; }
}
