namespace TimerRooms.Web.Features.Accounts;

/// <summary>What to tell the person who tried to set up, each fault at its field.</summary>
public sealed record SetupOutcome
{
    public bool Succeeded { get; init; }
    public string? Fault { get; init; }
    public string? CodeFault { get; init; }
    public string? EmailFault { get; init; }
    public string? PasswordFault { get; init; }
}
