using TimerRooms.Core.Rooms;

namespace TimerRooms.Web.Clock;

/// <summary>
/// How old what a person did on this page is when it arrives. A network that was stuck delivers a click when the page has long
/// said that it was lost; such a click is not carried out.
/// </summary>
public sealed class Promptness(TimeProvider clock)
{
    /// <summary>A page gives its connection up after 2.7 s without an answer at the earliest (sampling.js).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.7);

    private static readonly Refusal Late = new(RefusalKind.Late, "That took too long to arrive, so it was not done. See what is shown now, then try again.");

    private DateTimeOffset? actedAt;

    /// <summary>The person acted at that moment of the server, by the page's clock.</summary>
    internal void Acted(DateTimeOffset at) => actedAt = at;

    /// <summary>Whether what is asked for now comes too late; each act is asked about once.</summary>
    public Refusal? Refusal()
    {
        var isLate = clock.GetUtcNow() - actedAt > Longest;
        actedAt = null;
        return isLate ? Late : null;
    }
}
