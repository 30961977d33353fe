using TimerRooms.Core.Storage;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>What to tell the person who opened an invitation, each fault at its field.</summary>
internal sealed record SignUpOutcome
{
    public static readonly SignUpOutcome Gone = new();

    /// <summary>Null if there is none to be used: never was, used, withdrawn or too old, which is not told apart.</summary>
    public InvitationRow? Invitation { get; init; }

    public bool Succeeded { get; init; }
    public string? EmailFault { get; init; }
    public string? PasswordFault { get; init; }

    /// <summary>Above zero: it was not even looked at.</summary>
    public TimeSpan Wait { get; init; }
}
