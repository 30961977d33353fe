namespace TimerRooms.Web.Features.Accounts;

/// <summary>What a password must be: long, and not among those that are tried first. No rule about kinds of characters.</summary>
public static class PasswordRules
{
    public const int Shortest = 12, Longest = 128;

    public const string Hint = "At least 12 characters. A few words in a row are easy to remember.";

    /// <summary>Null if it will do, else what to tell the person.</summary>
    public static string? FaultOf(string password, string email)
    {
        if (password.Length < Shortest) return $"Use at least {Shortest} characters.";
        if (password.Length > Longest) return $"Use at most {Longest} characters.";
        if (IsNearly(password, email)) return "Use something other than your e-mail address.";
        return CommonPasswords.Contains(password) ? "That password is among the first that would be tried. Use something less common." : null;
    }

    private static bool IsNearly(string password, string email)
    {
        var name = email.Split('@')[0];
        return password.Contains(email, StringComparison.OrdinalIgnoreCase) && email.Length > 0
            || (name.Length >= 4 && Core(password).Equals(Core(name), StringComparison.OrdinalIgnoreCase));
    }

    private static string Core(string text) => new([.. text.Where(char.IsLetter)]);
}
