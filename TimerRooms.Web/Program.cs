using Microsoft.AspNetCore.Connections;
using TimerRooms.Core;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Features.Basic;
using TimerRooms.Web.Features.Team;
using TimerRooms.Web.Hosting;
using TimerRooms.Web.Hosting.Warm;

try
{
    KeptArrays.KeepMore();
    if (ResetCommand.IsAskedFor(args)) return await ResetCommand.RunAsync(args);

    var builder = AppBuilder.Create(args);
    var settings = builder.AddSettings();
    var data = DataDirectory.Claim(settings.DataDirectory);
    builder.AddLogs(data);
    builder.AddServer(settings);
    builder.Services.AddData(settings.DataDirectory);
    builder.Services.AddClaimed(data);
    builder.Services.AddProxies(settings);
    builder.Services.AddPages();
    builder.Services.AddAccounts(settings);
    builder.Services.AddTeam(settings);
    builder.Services.AddBasicForms();
    builder.Services.AddHealthChecks();
    builder.Services.AddSingleton<StartLine>();
    builder.Services.AddSingleton<WarmUp>();

    await using var app = builder.Build();
    KeptArrays.WarnIfDropped(app.Logger);
    await app.OpenDataAsync();
    await app.PrepareFirstRunAsync();
    app.UseSecurityHeaders();
    app.UseForwardedHeaders();
    app.UseNoTrace();
    app.UseErrorPages();
    app.UseRouting();
    app.UseFirstRun();
    app.UseHubGuard();
    app.UseAuthentication();
    app.UseDevices();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.UsePageReads();
    app.MapHealthChecks("/health");
    app.MapAccounts();
    app.MapBasicForms();
    app.MapPages();
    app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartLine>().Say);
    app.Lifetime.ApplicationStarted.Register(() => _ = app.Services.GetRequiredService<WarmUp>().RunAsync());
    await app.RunAsync();
    return 0;
}
catch (StartException fault)
{
    foreach (var line in fault.Lines) await Console.Error.WriteLineAsync(line);
    return 1;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message} Stop what listens there, or choose another address with --urls or ASPNETCORE_URLS.");
    return 1;
}
