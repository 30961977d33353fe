using System.Collections.Immutable;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Viewer;

namespace TimerRooms.Tests.Web.Features.Viewer;

public sealed class WallPlanTests
{
    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(2, 0, 2, 1)]
    [InlineData(5, 1, 4, 2)]    // one large, four beside it
    [InlineData(20, 0, 5, 1)]
    [InlineData(20, 2, 6, 3)]   // two large above three rows of six
    public void A_wide_screen_is_divided_so_that_digits_are_large(int timers, int leads, int columns, int leadSpan)
    {
        var plan = WallPlan.For(timers, leads, WallPlan.Wide);

        Assert.Equal((columns, leadSpan), (plan.Columns, plan.LeadSpan));
    }

    [Fact]
    public void An_upright_screen_has_few_timers_below_one_another() => Assert.Equal(1, WallPlan.For(3, 0, WallPlan.Tall).Columns);

    [Fact]
    public void Every_number_of_timers_has_a_plan_the_style_sheet_knows()
    {
        for (var timers = 1; timers <= 200; timers++)
        {
            for (var leads = 0; leads <= timers * 2 / 5; leads++)
            {
                var plan = WallPlan.For(timers, leads, WallPlan.Wide);
                Assert.InRange(plan.Columns, plan.LeadSpan, WallPlan.MostColumns);
                Assert.InRange(plan.LeadSpan, 1, 3);
            }
        }
    }

    [Fact]
    public void What_runs_leads() => Assert.Equal([Timers(5)[1].Id], WallPlan.Leads(Start(Timers(5), 1)));

    [Fact]
    public void Nothing_leads_where_most_run() => Assert.Empty(WallPlan.Leads(Start(Timers(5), 0, 1, 2)));

    [Fact]
    public void With_nothing_running_what_finished_last_leads()
    {
        var timers = Start(Timers(5), 0, 1);
        timers = timers.SetItem(0, timers[0].ReachZero(Noon.AddMinutes(1))).SetItem(1, timers[1].ReachZero(Noon.AddMinutes(2)));

        Assert.Equal([timers[1].Id], WallPlan.Leads(timers));
    }

    private static ImmutableList<RoomTimer> Timers(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new RoomTimer(new Guid(number, 0, 0, new byte[8]), $"Talk {number}", TimerKind.Countdown, TimeSpan.FromMinutes(5)))];

    private static ImmutableList<RoomTimer> Start(ImmutableList<RoomTimer> timers, params int[] which) =>
        which.Aggregate(timers, (all, index) => all.SetItem(index, all[index].Start(Noon)));
}
