using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TimerRooms.Core.Timers;
using TimerRooms.Web.Clock;

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
        Order = string.Join(' ', timers.Select(timer => TimerFacts.Of(timer).Id));
        Classes = $"wall count-{timers.Count} {Of("wide", wide)} {Of("tall", tall)}";
    }

    /// <summary>Which timers stand on it, in their order.</summary>
    public string Order { get; }

    /// <summary>From which the style sheet builds the grid: for a screen that is wider than high, and for one that stands upright.</summary>
    public string Classes { get; }

    /// <summary>Some timers are large.</summary>
    public string ClassOf(RoomTimer timer) => leads.Contains(timer.Id) ? "timer leads" : "timer";

    public static Wall Of(ImmutableList<RoomTimer> timers) => Made.GetValue(timers, static timers => new(timers));

    private static string Of(string screen, WallPlan plan) =>
        $"{screen}-{plan.Columns} {screen}-lead-{plan.LeadSpan}{(plan.Stretches ? $" {screen}-stretch" : "")}";
}
