namespace TimerRooms.Tests.Crash;

/// <summary>What the clickers said before they were killed; kept outside their process.</summary>
internal sealed class Ledger
{
    public HashSet<Guid> Sent { get; } = [];
    public HashSet<Guid> Acknowledged { get; } = [];
    public HashSet<Guid> Refused { get; } = [];

    /// <summary>Answered, but not with yes or no: stored or not.</summary>
    public HashSet<Guid> Unknown { get; } = [];

    public void Read(string line)
    {
        if (line.Split(' ') is not [var what, var id] || !Guid.TryParseExact(id, "D", out var mark)) return;
        if (what == "sent") Sent.Add(mark);
        if (what == "done") Acknowledged.Add(mark);
        if (what == "refused") Refused.Add(mark);
        if (what == "unknown") Unknown.Add(mark);
    }

    public void Add(Ledger other)
    {
        Sent.UnionWith(other.Sent);
        Acknowledged.UnionWith(other.Acknowledged);
        Refused.UnionWith(other.Refused);
        Unknown.UnionWith(other.Unknown);
    }
}
