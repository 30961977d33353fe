using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Testing;

/// <summary>The whole app in this process, on a data directory of its own that goes with it.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    public const string OwnerEmail = "owner@example.org", OwnerPassword = "four odd teapots";

    /// <summary>A request with this header comes from that address.</summary>
    public const string FromAddress = "Test-From-Address";

    private readonly (string Key, string Value)[] settings;
    private readonly bool keepsDirectory;

    /// <summary>With settings named as in the settings file: <c>TimerRooms:PublicUrl</c>.</summary>
    public TestApp(params (string Key, string Value)[] settings) : this(Directory.CreateTempSubdirectory("timerrooms-").FullName, settings) =>
        keepsDirectory = false;

    /// <summary>On a directory that stays, for tests of a restart.</summary>
    public TestApp(string dataDirectory, params (string Key, string Value)[] settings)
    {
        (DataDirectory, this.settings, keepsDirectory) = (dataDirectory, settings, true);
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public string DataDirectory { get; }

    public FirstRun FirstRun => Services.GetRequiredService<FirstRun>();

    /// <summary>An app that has its owner, and a client signed in as that owner.</summary>
    public static async Task<(TestApp App, HttpClient Owner)> WithOwnerAsync(params (string Key, string Value)[] settings)
    {
        var app = new TestApp([.. settings, ("TimerRooms:Owner:Email", OwnerEmail), ("TimerRooms:Owner:Password", OwnerPassword)]);
        return (app, await app.SignInAsync());
    }

    /// <summary>A new client, as a browser of its own, signed in.</summary>
    public async Task<HttpClient> SignInAsync(string email = OwnerEmail, string password = OwnerPassword)
    {
        var client = CreateClient();
        var answer = await client.SubmitAsync("/signin", ("Form.Email", email), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A browser at that address.</summary>
    public HttpClient ClientFrom(string address, string site = "https://localhost")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(site), AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(FromAddress, address);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("TimerRooms:DataDirectory", DataDirectory);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Addresses>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!keepsDirectory) Directory.Delete(DataDirectory, recursive: true);
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = context.Request.Headers[FromAddress] is [{ } from] ? IPAddress.Parse(from) : IPAddress.Loopback;
                return rest(context);
            });
            next(app);
        };
    }
}
