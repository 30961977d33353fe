using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using TimerRooms.Core;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Web.Hosting;

/// <summary>Until the server has its owner, every page leads to the one that makes one.</summary>
internal static partial class FirstRunGate
{
    public static async Task PrepareFirstRunAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<TimerRoomsSettings>();
        if (await scope.ServiceProvider.GetRequiredService<TimerRoomsDb>().Users.AnyAsync())
        {
            if (settings.Owner is not null) OwnerIgnored(app.Logger);
            return;
        }
        app.Services.GetRequiredService<FirstRun>().Open();
        if (settings.Owner is { } owner) await CreateAsync(scope.ServiceProvider.GetRequiredService<Credentials>(), owner);
    }

    public static void UseFirstRun(this WebApplication app)
    {
        var firstRun = app.Services.GetRequiredService<FirstRun>();
        app.Use((context, next) =>
        {
            if (firstRun.IsOpen && !IsFree(context)) context.Response.Redirect("/setup");
            else return next(context);
            return Task.CompletedTask;
        });
    }

    private static bool IsFree(HttpContext context) =>
        context.Request.Path.Value is "/setup" or "/health"
        || context.Request.Path.StartsWithSegments("/problem")
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static async Task CreateAsync(Credentials credentials, OwnerSettings owner)
    {
        if (await credentials.CreateOwnerAsync(owner.Email, owner.Password) is { Fault: { } fault })
            throw new StartException($"TimerRooms__Owner__Email and TimerRooms__Owner__Password make no account: {fault}");
    }

    [LoggerMessage(LogLevel.Information, "TimerRooms__Owner__Email is ignored: an account exists")]
    private static partial void OwnerIgnored(ILogger log);
}
