using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Features.Viewer;

/// <summary>How timers stand on a screen: worked out once for the timers as they are, and shared by all pages that show them.</summary>
public sealed class Wall
{
    private static readonly ConditionalWeakTable<ImmutableList<RoomTimer>, Wall> Made = [];

    private Wall(ImmutableList<RoomTimer> timers)
    {
        Leads = WallPlan.Leads(timers);
        Wide = WallPlan.For(timers.Count, Leads.Count, WallPlan.Wide);
        Tall = WallPlan.For(timers.Count, Leads.Count, WallPlan.Tall);
    }

    /// <summary>The timers that are large.</summary>
    public ImmutableHashSet<Guid> Leads { get; }

    /// <summary>On a screen that is wider than high, and on one that stands upright.</summary>
    public WallPlan Wide { get; }

    public WallPlan Tall { get; }

    public static Wall Of(ImmutableList<RoomTimer> timers) => Made.GetValue(timers, static timers => new(timers));
}
