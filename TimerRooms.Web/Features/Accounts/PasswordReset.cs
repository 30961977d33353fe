using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using TimerRooms.Core.Accounts;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>The page behind a reset link: opening it changes nothing, sending its form spends the link.</summary>
internal sealed class PasswordReset(UserManager<Account> users, Credentials credentials, SignIns signIns)
{
    private const string BadLink = "This link has been used or is too old. Ask for a new one.";

    /// <summary>The path of a link that works once, for an hour, and not after the account's stamp changed.</summary>
    public static async Task<string> MakePathAsync(UserManager<Account> users, Account account)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(account)));
        return $"/reset?account={Uri.EscapeDataString(account.Id)}&token={token}";
    }

    /// <returns>Null when done, else what to tell the person.</returns>
    public async Task<string?> TryAsync(string accountId, string token, string next)
    {
        if (Decode(token) is not { } plain || await users.FindByIdAsync(accountId) is not { IsDisabled: false } account) return BadLink;
        if (PasswordRules.FaultOf(next, account.Email ?? "") is { } weak && await IsValidAsync(account, plain)) return weak;
        if (await credentials.ResetAsync(account, plain, next) is { } fault) return fault;
        await signIns.EnterAsync(account);
        return null;
    }

    private Task<bool> IsValidAsync(Account account, string token) =>
        users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token);

    private static string? Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
