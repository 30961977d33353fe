using System.Collections.Immutable;
using TimerRooms.Core.Timers;

namespace TimerRooms.Web.Features.Viewer;

/// <summary>
/// How a screen is divided among timers: into equal cells, of which a leading timer takes a square of several. The style
/// sheet builds the grid from it.
/// </summary>
/// <param name="LeadSpan">How many columns and rows a leading timer takes.</param>
/// <param name="Stretches">Whether the last row is short, yet full enough to be stretched.</param>
public readonly record struct WallPlan(int Columns, int LeadSpan, bool Stretches)
{
    public const int MostColumns = 20;

    /// <summary>Width to height of what a laptop or a hall display leaves to the timers.</summary>
    public const double Wide = 1.85;

    /// <summary>The same of a screen that stands upright.</summary>
    public const double Tall = 0.6;

    /// <summary>
    /// The timers that are to be large: those that run; if none does, the one that finished last, as people across a hall must see
    /// that its time is up. None if so many run that nothing would stand out.
    /// </summary>
    public static ImmutableHashSet<Guid> Leads(ImmutableList<RoomTimer> timers)
    {
        var running = timers.Where(timer => timer.IsRunning).Select(timer => timer.Id).ToImmutableHashSet();
        if (running.IsEmpty && timers.Where(timer => timer.Run.FinishedAt is not null).MaxBy(timer => timer.Run.FinishedAt) is { } last)
            running = [last.Id];
        var most = timers.Count switch { < 3 => 0, < 5 => 1, _ => timers.Count * 2 / 5 };
        return running.Count <= most ? running : [];
    }

    /// <summary>The plan with the largest digits and the fewest empty cells.</summary>
    public static WallPlan For(int timers, int leads, double aspect)
    {
        var plans = from span in leads == 0 ? Enumerable.Range(1, 1) : Enumerable.Range(2, 2)
                    from columns in Enumerable.Range(1, MostColumns)
                    where columns >= span && columns <= Math.Max(1, Cells(timers, leads, span))
                    let rest = timers % columns
                    select new WallPlan(columns, span, leads == 0 && rest > 0 && 2 * rest >= columns);
        return plans.MaxBy(plan => plan.Worth(timers, leads, aspect));
    }

    private static int Cells(int timers, int leads, int span) => timers - leads + leads * span * span;

    private double Worth(int timers, int leads, double aspect)
    {
        var cells = Cells(timers, leads, LeadSpan);
        var leadsInARow = Columns / LeadSpan;
        var rows = Math.Max((cells + Columns - 1) / Columns, LeadSpan * ((leads + leadsInARow - 1) / leadsInARow));
        // digits are a third as high as they are wide together, and leave half of the height to title and phase
        var digits = Math.Min(aspect / Columns / 3, 0.5 / rows);
        var filled = Stretches ? 0.95 : (double)cells / (Columns * rows);
        return digits * filled * filled;
    }
}
