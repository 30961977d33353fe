namespace TimerRooms.Web.Features.Accounts;

/// <summary>Where to go after signing in: only ever to a page of our own.</summary>
public static class LocalAddress
{
    public const string Home = "/rooms";

    /// <summary>A browser reads <c>//host</c> and <c>/\host</c> as another site, and drops control characters before it looks.</summary>
    public static string Of(string? wanted) =>
        wanted is ['/', not ('/' or '\\'), ..] && !wanted.Any(char.IsControl) ? wanted : Home;
}
