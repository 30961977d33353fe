using Microsoft.AspNetCore.Antiforgery;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Features.Rooms;
using TimerRooms.Web.Shared;

namespace TimerRooms.Web.Features.Basic;

/// <summary>What becomes of a pressed button: a command, and the page again with what came of it.</summary>
internal sealed partial class BasicAct(RoomDoor door, RoomJournal journal, IAntiforgery antiforgery, SealedNotices notices, TimeProvider clock, ILogger<BasicAct> log)
{
    private const string TooOld = "That was not done: this page had been open for too long. It is fresh now; press again.";
    private const string Unknown = "That was not done: there is no such button. Look again and press one of these.";
    private const string SoAlready = "There was nothing to do: it was so already.";

    // so far back the press is looked for among what others did at the same time
    private const int MostNews = 50;

    public async Task<IResult> PostAsync(HttpContext context, string roomId)
    {
        if (door.Find(roomId, context.User) is not var (live, actor))
            return context.User.AccountId() is null ? SeeOther(context, $"/signin?ReturnUrl=/basic/{Uri.EscapeDataString(roomId)}") : Results.NotFound();

        var page = new BasicAddress(live.Current.Id);
        if (await IsOursAsync(context)) return Show(await DoAsync(live, actor, page, await context.Request.ReadFormAsync()));
        NotOurs(context.User.Identity?.Name ?? actor.Name, ClientAddress.Of(context));
        return Show(Telling(page, actor, TooOld, isError: true));

        IResult Show(BasicAddress next) => SeeOther(context, next.ToString());
    }

    private async Task<bool> IsOursAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return false;  // it cannot even be read
        }
    }

    private async Task<BasicAddress> DoAsync(LiveRoom live, Actor actor, BasicAddress page, IFormCollection form)
    {
        var before = live.Current.Version;
        page = page with { Since = BasicVerbs.Shown(form) ?? before, Timer = BasicVerbs.Timer(form) };
        if (BasicVerbs.Read(form) is not { } command) return Telling(page, actor, Unknown, isError: true);

        var refusal = command is Undo undo ? await live.UndoAsync(undo.Version, actor) : await live.ExecuteAsync(command, actor);
        await UntilStartedAsync(live.Current);
        var news = await journal.SinceAsync(page.RoomId, Math.Min(page.Since.Value, before), MostNews);
        var done = refusal is null ? news.FirstOrDefault(change => change.Version > before && change.By == actor && IsSame(change.Command, command)) : null;
        page = page with
        {
            Done = done?.Version,
            Below = refusal is { Kind: RefusalKind.Changed or RefusalKind.NotAllowed } && command is Undo { Version: var step } ? step : null,
            Timer = news.Any(change => change != done) ? null : page.Timer,  // the news stand at the top
        };
        return Telling(page, actor, refusal?.Text ?? (done is null ? SoAlready : $"{CommandText.Of(done, live.Current)}."), isError: refusal is not null);
    }

    /// <summary>Where no script ticks, a page from before the common instant of a start would show the timer as not started.</summary>
    private Task UntilStartedAsync(Room room)
    {
        var wait = room.Timers.Max(timer => timer.Run.RunningSince) - clock.GetUtcNow();
        return wait > TimeSpan.Zero && wait <= Room.LongestStartLead ? Task.Delay(wait.Value, clock) : Task.CompletedTask;
    }

    private static bool IsSame(RoomCommand one, RoomCommand other) =>
        one is Undo undo ? other is Undo { Version: var version } && version == undo.Version : one == other;

    private BasicAddress Telling(BasicAddress page, Actor reader, string text, bool isError) =>
        page with { Told = notices.Seal(new Notice(text, isError), page.RoomId, reader) };

    /// <summary>Loading the page again then does nothing again.</summary>
    private static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    [LoggerMessage(LogLevel.Warning, "Basic controls refused, a form that is too old or not ours: {Account} from {Address}")]
    private partial void NotOurs(string account, string address);
}
