namespace TimerRooms.Web.Shared;

/// <summary>How many of something, in words.</summary>
internal static class Counted
{
    public static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
