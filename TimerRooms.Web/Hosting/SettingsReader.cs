using System.Globalization;
using System.Net;
using TimerRooms.Core;
using TimerRooms.Core.Live;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Hosting;

/// <summary>Reads the settings and collects every fault, each named as the host must write it in the environment.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const int MostGuestRoomMinutes = 24 * 60, MostLivePages = 100_000;

    private readonly IConfigurationSection section = configuration.GetSection(TimerRoomsSettings.Section);
    private readonly List<string> faults = [];

    /// <exception cref="StartException">One line for each fault.</exception>
    public TimerRoomsSettings Read()
    {
        var settings = new TimerRoomsSettings
        {
            DataDirectory = DataDirectory(),
            PublicUrl = PublicUrl(),
            TrustedProxies = TrustedProxies(),
            InsecureLan = Flag("InsecureLan", false),
            GuestRooms = Flag("GuestRooms", true),
            GuestRoomMinutes = Number("GuestRoomMinutes", GuestRoomSettings.DefaultMinutes, MostGuestRoomMinutes, "minutes"),
            LivePages = Number("LivePages", TimerRoomsSettings.DefaultLivePages, MostLivePages, "pages"),
            Owner = Owner(),
        };
        return faults.Count == 0 ? settings : throw new StartException(faults);
    }

    private string DataDirectory()
    {
        var path = Path.GetFullPath(Text("DataDirectory") ?? Places.DefaultDataDirectory);
        if (File.Exists(path)) Fault("DataDirectory", $"{path} is a file; name a directory.");
        return path;
    }

    private Uri? PublicUrl()
    {
        if (Text("PublicUrl") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }) return url;
        Fault("PublicUrl", $"'{text}' is not an address such as https://timers.example.org (no path).");
        return null;
    }

    private List<IPNetwork> TrustedProxies()
    {
        var networks = new List<IPNetwork>();
        foreach (var (key, text) in List("TrustedProxies"))
        {
            if (NetworkOf(text) is { } network) networks.Add(network);
            else Fault(key, $"'{text}' is neither an address such as 10.0.0.2 nor a range such as 10.0.0.0/24.");
        }
        return networks;
    }

    private static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (bool.TryParse(text, out var value)) return value;
        Fault(key, $"'{text}' is neither true nor false.");
        return otherwise;
    }

    private int Number(string key, int otherwise, int most, string unit)
    {
        if (Text(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        Fault(key, $"'{text}' is not a whole number of {unit} from 1 to {most}.");
        return otherwise;
    }

    private OwnerSettings? Owner()
    {
        var (email, password) = (Text("Owner:Email"), Text("Owner:Password"));
        if (email is null && password is null) return null;
        if (email is null) Fault("Owner:Email", "is missing, though TimerRooms__Owner__Password is set.");
        else if (!EmailRules.Accepts(email)) Fault("Owner:Email", $"'{email}' is not an e-mail address.");
        if (password is null) Fault("Owner:Password", "is missing, though TimerRooms__Owner__Email is set.");
        else if (PasswordRules.FaultOf(password, email ?? "") is { } fault) Fault("Owner:Password", fault);
        return new OwnerSettings(email ?? "", password ?? "");
    }

    /// <summary>A list as its own entries, or as one text with commas.</summary>
    private IEnumerable<(string Key, string Text)> List(string key)
    {
        foreach (var part in (Text(key) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return (key, part);
        foreach (var child in section.GetSection(key).GetChildren())
            if (!string.IsNullOrWhiteSpace(child.Value)) yield return ($"{key}:{child.Key}", child.Value.Trim());
    }

    private string? Text(string key) => string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    private void Fault(string key, string what) =>
        faults.Add($"{TimerRoomsSettings.Section}__{key.Replace(":", "__", StringComparison.Ordinal)}: {what}");
}
