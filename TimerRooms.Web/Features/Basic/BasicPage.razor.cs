using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Features.Rooms;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Basic;

public sealed partial class BasicPage
{
    private const int MostMeanwhile = 10, MostLately = 5;

    private Room? room;
    private Rights rights = Rights.None;
    private Notice? notice;
    private IReadOnlyList<RoomChange> meanwhile = [], lately = [];

    [Parameter, EditorRequired] public required string RoomId { get; set; }
    [CascadingParameter] public required HttpContext Context { get; set; }

    // texts, as anything may stand in an address
    [SupplyParameterFromQuery] private string? Since { get; set; }
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [SupplyParameterFromQuery] private string? Below { get; set; }
    [SupplyParameterFromQuery] private string? Told { get; set; }

    private string LiveAddress => rights.IsByAccount ? $"/rooms/{RoomId}" : $"/join/{RoomId}";

    // steps that could not be taken back must not stand before those that can
    private UndoStep? LastStep =>
        room!.Undoable.FindLast(step => !(step.Version >= BasicAddress.Version(Below) && step.Version <= BasicAddress.Version(Since)));

    protected override async Task OnInitializedAsync()
    {
        if (Door.Find(RoomId, Context.User) is not var (live, me))
        {
            if (Context.User.AccountId() is null) Navigation.NavigateTo($"/signin?ReturnUrl={Uri.EscapeDataString($"/basic/{RoomId}")}");
            else Navigation.NotFound();
            return;
        }
        room = live.Current;
        rights = Rights.Of(me, room, Clock.GetUtcNow());
        notice = Notices.Open(Told, room.Id, me);
        lately = await Journal.SinceAsync(room.Id, 0, MostLately);
        if (BasicAddress.Version(Since) is not { } since) return;

        var done = BasicAddress.Version(Done);
        var changes = await Journal.SinceAsync(room.Id, since, MostMeanwhile + 1);
        meanwhile = [.. changes.Where(change => change.Version != done).Take(MostMeanwhile)];
    }
}
