using System.Runtime.CompilerServices;

namespace TimerRooms.E2E.Testing;

/// <summary>People, links and servers of one test. They leave at its end; if it failed, what each saw is kept in TestResults.</summary>
[Collection(Site.Name)]
public abstract class StageTests(Site site) : IAsyncLifetime
{
    /// <summary>Of a link, unless it says otherwise: each delay is up to 30 % longer or shorter.</summary>
    protected const double Jitter = 0.3;

    private readonly List<Person> people = [];
    private readonly List<AppServer> servers = [];
    private readonly List<LinkProxy> links = [];
    private readonly AsyncLocal<bool> mayBreakOff = new();
    private string test = "";
    private volatile bool failed;

    /// <summary>Set by a test that ends circuits on purpose.</summary>
    protected bool BreaksPages { get; set; }

    protected IBrowser Browser => site.Browser;

    /// <summary>The server of all tests that leave it alive.</summary>
    protected Task<AppServer> Shared => site.Server;

    /// <summary>The server of all tests that leave it without an owner.</summary>
    protected Task<AppServer> Fresh => site.Fresh;

    public Task InitializeAsync()
    {
        AppDomain.CurrentDomain.FirstChanceException += Note;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        var crashed = people.FindAll(person => person.HasCrashed && !BreaksPages).ConvertAll(person => person.Name);
        if (failed || crashed.Count > 0) await SaveAsync(Path.Combine(BuiltApp.SourceRoot, "TimerRooms.E2E", "TestResults", $"{GetType().Name}.{test}"));
        foreach (var person in people) await person.DisposeAsync();
        foreach (var link in links) await link.DisposeAsync();
        foreach (var server in servers) await server.DisposeAsync();
        Assert.Empty(crashed);  // a page comes back by itself, so nothing else may have noticed
    }

    /// <summary>A server of this test's own.</summary>
    protected async Task<AppServer> OwnServerAsync(params IEnumerable<(string Name, string Value)> environment) =>
        Keep(await AppServer.StartOwnedAsync(environment: environment));

    protected AppServer Keep(AppServer server)
    {
        servers.Add(server);
        return server;
    }

    /// <summary>A link to a server, with so long a round trip in milliseconds.</summary>
    protected LinkProxy Link(AppServer server, double roundTrip, double jitter = Jitter)
    {
        var link = LinkProxy.Start(server, TimeSpan.FromMilliseconds(roundTrip), jitter, seed: links.Count + 1);
        links.Add(link);
        return link;
    }

    protected async Task<Person> VisitorAsync(
        AppServer server, string name = "visitor", BrowserNewContextOptions? options = null, [CallerMemberName] string test = "", LinkProxy? through = null, IBrowser? browser = null, bool asksForSound = false)
    {
        this.test = test;
        var person = await Person.ComeAsync(browser ?? Browser, name, through?.Address ?? server.Address, options, asksForSound);
        people.Add(person);
        return person;
    }

    /// <summary>The owner, signed in, on no page yet.</summary>
    protected async Task<Person> OwnerAsync(AppServer server, BrowserNewContextOptions? options = null, [CallerMemberName] string test = "", LinkProxy? through = null)
    {
        options ??= new();
        options.StorageState = server.OwnerState ??= await SignInAsync(server);
        return await VisitorAsync(server, "owner", options, test, through);
    }

    /// <summary>The owner on the page of a new room that has these timers.</summary>
    protected async Task<Person> OwnerOfRoomAsync(AppServer server, IEnumerable<(string Title, string Duration)> timers, [CallerMemberName] string test = "")
    {
        var owner = await OwnerAsync(server, test: test);
        await owner.OpenAsync("/rooms");
        await owner.Rooms.CreateAsync(test.Replace('_', ' '));
        foreach (var (title, duration) in timers) await owner.Room.AddAsync(title, duration);
        return owner;
    }

    protected async Task<Person> ViewerAsync(AppServer server, Uri link, string name = "viewer", [CallerMemberName] string test = "")
    {
        var viewer = await VisitorAsync(server, name, test: test);
        await viewer.OpenAsync(link.AbsoluteUri);
        await viewer.Viewer.IsLiveAsync();
        return viewer;
    }

    /// <summary>Does what ends only when its page is closed; that is no failure of the test.</summary>
    protected async Task UntilClosedAsync(Func<Task> act)
    {
        mayBreakOff.Value = true;  // in here, and in all that is called from here
        try
        {
            await act();
        }
        catch (PlaywrightException)
        {
            // the page was closed
        }
    }

    private async Task<string> SignInAsync(AppServer server)
    {
        await using var owner = await Person.ComeAsync(Browser, "owner", server.Address);
        await owner.OpenAsync("/signin");
        await owner.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/rooms");
        var state = await owner.Context.StorageStateAsync();
        await owner.Page.GotoAsync("about:blank");  // the page says goodbye, or its circuit would be kept for a while
        return state;
    }

    // xunit does not tell a test's cleanup how it ended
    private void Note(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown) =>
        failed |= thrown.Exception is Xunit.Sdk.XunitException or TimeoutException || (thrown.Exception is PlaywrightException && !mayBreakOff.Value);

    private async Task SaveAsync(string folder)
    {
        foreach (var (index, server) in servers.Index()) await WriteLogAsync(folder, $"server-{index}.txt", server);
        if (servers.Count == 0) await WriteLogAsync(folder, "server.txt", await Shared);
        foreach (var person in people)
        {
            try
            {
                await person.SaveAsync(folder);
            }
            catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
            {
                // a page that hangs leaves no picture
            }
        }
    }

    private static async Task WriteLogAsync(string folder, string file, AppServer server)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, file), server.Log.ToString());
    }
}
