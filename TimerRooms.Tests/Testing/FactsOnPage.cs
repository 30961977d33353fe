using AngleSharp.Dom;

namespace TimerRooms.Tests.Testing;

/// <summary>What a rendered timer tells the script that draws it, by name.</summary>
public static class FactsOnPage
{
    private static readonly string[] Names = ["kind", "at-zero", "total", "banked", "since", "warning", "danger", "begun", "finished-at"];

    /// <param name="element">The face, or what it stands in.</param>
    public static string TimerFact(this IElement element, string name)
    {
        var face = element.LocalName == "timer-face" ? element : element.QuerySelector("timer-face")!;
        return face.GetAttribute("data-facts")!.Split(' ')[Array.IndexOf(Names, name)];
    }
}
