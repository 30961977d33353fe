using Microsoft.AspNetCore.Identity;
using TimerRooms.Core.Accounts;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Holds Identity to <see cref="PasswordRules"/> wherever a password is set.</summary>
internal sealed class PasswordRulesValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(PasswordRules.FaultOf(password ?? "", user.Email ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault })
            : IdentityResult.Success);
}
