using System.Text.RegularExpressions;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Servers;

/// <summary>Signs in by the form, as a browser does; also with a wrong password.</summary>
public static partial class OwnerSession
{
    public const string Email = "owner@example.org", Password = "a quiet clock on the wall";

    /// <summary>The cookies of someone who is signed in.</summary>
    public static async Task<string> SignInAsync(int port)
    {
        var (answer, cookies) = await TryAsync(port, Password);
        var all = cookies.Concat(CookiesOf(answer)).ToList();
        return answer.Status is 302 or 303 ? string.Join("; ", all) : throw new InvalidOperationException($"Not signed in: {answer.Head} {answer.Body}");
    }

    public static async Task<(HttpAnswer Answer, List<string> Cookies)> TryAsync(int port, string password)
    {
        using var http = await HttpConnection.OpenAsync(port);
        var page = await http.AskAsync("GET", "/signin");
        var cookies = CookiesOf(page);
        var form = HiddenField().Matches(page.Body).Select(field => (Name: field.Groups["name"].Value, Value: field.Groups["value"].Value))
            .Append(("Form.Email", Email)).Append(("Form.Password", password));
        var body = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}"));
        var headers = $"Origin: http://localhost:{port}\r\nCookie: {string.Join("; ", cookies)}\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        return (await http.AskAsync("POST", "/signin", headers, body), cookies);
    }

    private static List<string> CookiesOf(HttpAnswer answer) =>
        [.. answer.Values("Set-Cookie").Select(cookie => cookie[..cookie.IndexOf(';', StringComparison.Ordinal)])];

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex HiddenField();
}
