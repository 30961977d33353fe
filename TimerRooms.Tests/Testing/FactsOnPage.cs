using AngleSharp.Dom;

namespace TimerRooms.Tests.Testing;

/// <summary>What a rendered timer tells the script that draws it, by name.</summary>
public static class FactsOnPage
{
    private static readonly string[] Names = ["kind", "at-zero", "begun", "total", "banked", "since", "warning", "danger", "finished-at"];

    /// <param name="element">What has the facts, or what that stands in.</param>
    public static string TimerFact(this IElement element, string name)
    {
        var says = element.HasAttribute("data-facts") ? element : element.QuerySelector("timer-face")!;
        return says.GetAttribute("data-facts")!.Split(' ')[Array.IndexOf(Names, name)];
    }
}
