using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TimerRooms.Tests.Testing;

/// <summary>What the page of plain forms tells.</summary>
internal static class BasicPages
{
    /// <summary>The changes under a heading, without their times.</summary>
    public static IEnumerable<string> Changes(IHtmlDocument page, string heading) =>
        page.QuerySelectorAll($"section[aria-labelledby={heading}] li").Select(change => change.TextContent[(change.QuerySelector("time")!.TextContent.Length + 1)..]);

    /// <summary>The notice; that it is an error begins with an exclamation mark.</summary>
    public static string? Notice(IHtmlDocument page) =>
        page.QuerySelector("[role=status][aria-label=Notice] .notice") is { } notice ? (notice.HasAttribute("data-error") ? "! " : "") + notice.Text().Trim() : null;
}
