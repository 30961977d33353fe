using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Features.Viewer;

/// <summary>How timers stand on a screen: worked out once for the timers as they are, and shared by all pages that show them.</summary>
public sealed class Wall
{
    private static readonly ConditionalWeakTable<ImmutableList<RoomTimer>, Wall> Made = [];

    private readonly ImmutableHashSet<Guid> leads;

    private Wall(ImmutableList<RoomTimer> timers)
    {
        leads = WallPlan.Leads(timers);
        var (wide, tall) = (WallPlan.For(timers.Count, leads.Count, WallPlan.Wide), WallPlan.For(timers.Count, leads.Count, WallPlan.Tall));
        Cards = new(string.Concat(timers.Select(Card)));
        Classes = $"wall count-{timers.Count} {Of("wide", wide)} {Of("tall", tall)}";
    }

    /// <summary>The cards of a live page: what changes on them is written by its script (wwwroot/clock/timer-face.js).</summary>
    public MarkupString Cards { get; }

    /// <summary>From which the style sheet builds the grid: for a screen that is wider than high, and for one that stands upright.</summary>
    public string Classes { get; }

    /// <summary>Some timers are large.</summary>
    public bool IsLead(RoomTimer timer) => leads.Contains(timer.Id);

    public static Wall Of(ImmutableList<RoomTimer> timers) => Made.GetValue(timers, static timers => new(timers));

    private static string Card(RoomTimer timer)
    {
        var title = HtmlEncoder.Default.Encode(timer.Title);
        var bar = timer.Kind == TimerKind.CountUp ? "" : """<progress data-part="progress" max="100" aria-hidden="true"></progress>""";
        return $"""
            <article class="timer" data-timer="{timer.Id}" aria-label="{title}"><h2>{title}</h2><timer-face></timer-face>{bar}<p><b data-part="word"></b><span class="act-note" data-part="note"></span><span data-part="ends"></span></p></article>
            """;
    }

    private static string Of(string screen, WallPlan plan) =>
        $"{screen}-{plan.Columns} {screen}-lead-{plan.LeadSpan}{(plan.Stretches ? $" {screen}-stretch" : "")}";
}
