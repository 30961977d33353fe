namespace TimerRooms.Web.Features.Team;

/// <summary>What a page is looked at with, as its browser says.</summary>
internal static class DeviceKind
{
    public static string Of(HttpContext? context) => context?.Request.Headers.UserAgent.ToString() switch
    {
        null or "" => "device",
        var agent when agent.Contains("iPad", StringComparison.Ordinal) || agent.Contains("Tablet", StringComparison.Ordinal) => "tablet",
        var agent when agent.Contains("Android", StringComparison.Ordinal) && !agent.Contains("Mobile", StringComparison.Ordinal) => "tablet",
        var agent when agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("Mobile", StringComparison.Ordinal) => "phone",
        var agent when agent.Contains("TV", StringComparison.Ordinal) => "display",
        _ => "computer",
    };
}
