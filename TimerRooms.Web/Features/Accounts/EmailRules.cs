namespace TimerRooms.Web.Features.Accounts;

/// <summary>An e-mail address is a name to sign in with here; no mail is sent, so only its shape is looked at.</summary>
public static class EmailRules
{
    public const int Longest = 254;

    public static bool Accepts(string email) =>
        email.Length is >= 3 and <= Longest
        && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == email.LastIndexOf('@') && at < email.Length - 1
        && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
