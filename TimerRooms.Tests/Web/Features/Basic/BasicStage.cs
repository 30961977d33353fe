using System.Net;
using AngleSharp.Html.Dom;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Basic;

/// <summary>Rooms of the owner, and their page of plain forms.</summary>
public abstract class BasicStage(OwnedApp owned) : IClassFixture<OwnedApp>
{
    protected OwnedApp Owned => owned;

    /// <summary>“Idle”, “Running” and “Paused”, of which the last was paused last.</summary>
    protected async Task<LiveRoom> MixedRoomAsync()
    {
        var room = await Owned.RoomAsync(["Idle", "Running", "Paused"]);
        foreach (var timer in room.Current.Timers.Skip(1)) await DoAsync(room, new StartTimer(timer.Id));
        await Owned.HasCountedAsync(room);
        await DoAsync(room, new PauseTimer(room.Current.Timers[2].Id));
        return room;
    }

    protected async Task PressAsync(LiveRoom room, string button, string? article = "Talk")
    {
        using var answer = await Owned.Owner.PressAsync(AddressOf(room), button, article);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    protected async Task<IHtmlDocument> FollowAsync(HttpResponseMessage answer, HttpClient? client = null)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var page = await (client ?? Owned.Owner).GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Read();
    }

    protected async Task<IHtmlFormElement> FormAsync(LiveRoom room) => (await Owned.Owner.PageAsync(AddressOf(room))).Forms[0];

    protected async Task DoAsync(LiveRoom room, RoomCommand command) => Assert.Null(await room.ExecuteAsync(command, Owned.Actor));

    protected int Refusals() => Owned.Log().Count(line =>
        line.EndsWith($"WRN Basic controls refused, a form that is too old or not ours: {TestApp.OwnerEmail} from 127.0.0.1", StringComparison.Ordinal));

    protected static string AddressOf(LiveRoom room) => $"/basic/{room.Current.Id}";

    protected static string ActOf(LiveRoom room) => $"/basic/{room.Current.Id}/act";
}
