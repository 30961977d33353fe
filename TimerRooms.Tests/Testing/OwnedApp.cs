namespace TimerRooms.Tests.Testing;

/// <summary>One app with its owner for all tests of a class that leave it as it is.</summary>
public sealed class OwnedApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    /// <summary>Signed in.</summary>
    public HttpClient Owner { get; private set; } = null!;

    public async Task InitializeAsync() => (App, Owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
