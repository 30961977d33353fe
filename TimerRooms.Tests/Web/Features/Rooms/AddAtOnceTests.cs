using Bunit;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class AddAtOnceTests() : ControlPageTests("Opening")
{
    [Theory]
    [InlineData("1 min", "1 minute", 1)]
    [InlineData("5 min", "5 minutes", 5)]
    [InlineData("10 min", "10 minutes", 10)]
    [InlineData("25 min", "25 minutes", 25)]
    public async Task A_preset_takes_one_tap(string preset, string title, int minutes)
    {
        var control = await OpenAsync();

        await control.ActAsync(page => page.Get("group", "Add at once").Get("button", preset).ClickAsync());

        Assert.Equal((title, TimeSpan.FromMinutes(minutes)), (Live.Current.Timers[1].Title, Live.Current.Timers[1].Duration));
    }

    [Fact]
    public async Task A_preset_takes_the_name_that_was_typed()
    {
        var control = await OpenAsync();
        await control.ActAsync(page => page.Get("field", "Title").InputAsync(new() { Value = "Panel" }));

        await control.ActAsync(page => page.Get("button", "5 min").ClickAsync());

        Assert.Equal("Panel", Live.Current.Timers[1].Title);
    }

    [Fact]
    public async Task Count_up_adds_a_stopwatch()
    {
        var control = await OpenAsync();

        await control.ActAsync(page => page.Get("button", "Count up").ClickAsync());

        Assert.Equal(("Stopwatch", TimerKind.CountUp), (Live.Current.Timers[1].Title, Live.Current.Timers[1].Kind));
    }

    [Fact]
    public async Task What_new_timers_do_at_zero_is_chosen_once_and_remembered()
    {
        var control = await OpenAsync();
        Assert.Equal(["Stop", "Run into overtime", "Start the next", "Repeat"], control.Get("field", "At zero").Children.Select(choice => choice.TextContent));

        await control.ActAsync(page => page.Get("field", "At zero").ChangeAsync(new() { Value = "Overtime" }));
        await control.ActAsync(page => page.Get("button", "5 min").ClickAsync());

        Assert.Equal(AtZero.Overtime, Live.Current.Timers[1].AtZero);
        Assert.Equal("Overtime", (await OpenAsync()).Get("field", "At zero").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<RoomControl>> OpenAsync()
    {
        var control = Desk.Show(Live);
        await control.ActAsync(page => page.Get("button", "Add timer").ClickAsync());
        return control;
    }
}
