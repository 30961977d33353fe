using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class EditTimerDialogTests : IDisposable
{
    private static readonly RoomTimer TenMinutes = new(Guid.NewGuid(), "Opening", TimerKind.Countdown, TimeSpan.FromMinutes(10));

    private readonly BunitContext page = new();
    private readonly List<RoomCommand> sent = [];
    private Refusal? answer;
    private bool closed;

    [Theory]
    [InlineData("Name", "Panel")]
    [InlineData("Length", "5m")]
    [InlineData("When it reaches zero", "Overtime")]
    [InlineData("Wrap up with this much left", "2:00")]
    [InlineData("Last moments with this much left", "30s")]
    public async Task Only_what_was_touched_is_sent(string field, string value)
    {
        var dialog = Open(TenMinutes);
        await dialog.ActAsync(page => page.Get("field", field).InputAsync(new() { Value = value }));

        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(field switch
        {
            "Name" => new EditTimer(TenMinutes.Id) { Title = new("Opening", "Panel") },
            "Length" => new EditTimer(TenMinutes.Id) { Duration = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5)) },
            "When it reaches zero" => new EditTimer(TenMinutes.Id) { AtZero = new(AtZero.Stop, AtZero.Overtime) },
            "Wrap up with this much left" => new EditTimer(TenMinutes.Id) { WarningLeft = new(null, TimeSpan.FromMinutes(2)) },
            _ => new EditTimer(TenMinutes.Id) { DangerLeft = new(null, TimeSpan.FromSeconds(30)) },
        }, Assert.Single(sent));
        Assert.True(closed);
    }

    [Fact]
    public async Task Nothing_touched_is_nothing_sent_but_the_timer_itself()
    {
        var dialog = Open(TenMinutes with { WarningLeft = TimeSpan.FromMinutes(3), DangerLeft = TimeSpan.FromSeconds(20) });

        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(new EditTimer(TenMinutes.Id), Assert.Single(sent));
    }

    [Fact]
    public async Task How_often_to_repeat_is_asked_of_a_repeating_timer_alone()
    {
        var dialog = Open(TenMinutes);
        Assert.DoesNotContain("Times to repeat", dialog.Names("field"));

        await dialog.ActAsync(page => page.Get("field", "When it reaches zero").InputAsync(new() { Value = "Repeat" }));
        await dialog.ActAsync(page => page.Get("field", "Times to repeat").InputAsync(new() { Value = "3" }));
        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(new EditTimer(TenMinutes.Id) { AtZero = new(AtZero.Stop, AtZero.Repeat), Repeats = new(1, 3) }, Assert.Single(sent));
    }

    [Fact]
    public void A_count_up_has_a_name_alone() =>
        Assert.Equal(["Name"], Open(TenMinutes with { Kind = TimerKind.CountUp, Duration = TimeSpan.Zero }).Names("field"));

    [Fact]
    public async Task A_warning_that_is_emptied_goes_back_to_the_usual()
    {
        var dialog = Open(TenMinutes with { WarningLeft = TimeSpan.FromMinutes(3) });

        await dialog.ActAsync(page => page.Get("field", "Wrap up with this much left").InputAsync(new() { Value = "" }));
        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(new EditTimer(TenMinutes.Id) { WarningLeft = new(TimeSpan.FromMinutes(3), null) }, Assert.Single(sent));
    }

    [Theory]
    [InlineData("Wrap up with this much left")]
    [InlineData("Last moments with this much left")]
    public async Task A_time_left_that_is_none_is_asked_for_again(string field)
    {
        var dialog = Open(TenMinutes);
        await dialog.ActAsync(page => page.Get("field", field).InputAsync(new() { Value = "soon" }));

        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Empty(sent);
        Assert.StartsWith("Give the time left", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("soon", dialog.Get("field", field).GetAttribute("value"));
    }

    [Fact]
    public async Task What_others_changed_meanwhile_neither_shows_in_the_fields_nor_is_undone_by_saving()
    {
        var dialog = Open(TenMinutes);
        await dialog.ActAsync(page => page.Get("field", "Length").InputAsync(new() { Value = "5m" }));

        dialog.Render(parameters => parameters.Add(part => part.Timer, TenMinutes with { Title = "Panel" }));
        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal("Opening", dialog.Get("field", "Name").GetAttribute("value"));
        Assert.Null(Assert.IsType<EditTimer>(Assert.Single(sent)).Title);
    }

    [Fact]
    public async Task A_refusal_is_told_and_the_dialog_stays_with_what_was_typed()
    {
        answer = new(RefusalKind.Changed, "Someone changed the name.");
        var dialog = Open(TenMinutes);
        await dialog.ActAsync(page => page.Get("field", "Name").InputAsync(new() { Value = "Panel" }));

        await dialog.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal("Someone changed the name.", dialog.Get("field", "Name").Description());
        Assert.Equal("Panel", dialog.Get("field", "Name").GetAttribute("value"));
        Assert.False(closed);
    }

    public void Dispose() => page.Dispose();

    private IRenderedComponent<EditTimerDialog> Open(RoomTimer timer) => page.Render<EditTimerDialog>(parameters => parameters
        .Add(dialog => dialog.Timer, timer)
        .Add(dialog => dialog.OnCommand, command =>
        {
            sent.Add(command);
            return Task.FromResult(answer);
        })
        .Add(dialog => dialog.OnClose, () => closed = true));
}
