namespace TimerRooms.Web.Features.Accounts;

/// <summary>How a try ended. A wait above zero: it was not even looked at.</summary>
public readonly record struct SignInOutcome(bool Succeeded, TimeSpan Wait)
{
    public string WaitText => $"Too many tries. Try again in {(Wait.TotalSeconds <= 60 ? "a minute" : $"{Math.Ceiling(Wait.TotalMinutes)} minutes")}.";
}
