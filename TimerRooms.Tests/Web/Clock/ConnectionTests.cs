using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Clock;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Clock;

public sealed class ConnectionTests
{
    private static readonly TimeSpan Almost = Connection.Patience - TimeSpan.FromSeconds(1);

    private readonly ManualTime clock = new(Noon);
    private readonly Socket socket = new();
    private readonly Connection connection;

    public ConnectionTests()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpRequestLifetimeFeature>(socket);
        connection = new(clock, new HttpContextAccessor { HttpContext = context }, new Lull(clock), NullLogger<Connection>.Instance);
        Connect();
    }

    [Fact]
    public void A_page_that_draws_nothing_for_half_a_minute_is_closed()
    {
        connection.Rendering();
        clock.Advance(Almost);
        connection.Rendering();
        Assert.False(socket.IsClosed);

        clock.Advance(TimeSpan.FromSeconds(1));
        connection.Rendering();
        Assert.True(socket.IsClosed);
    }

    [Fact]
    public void A_page_that_draws_stays_however_much_it_is_shown()
    {
        for (var look = 0; look < 10; look++)
        {
            connection.Rendering();
            clock.Advance(Almost);
            connection.Drawn();
        }
        Assert.False(socket.IsClosed);
    }

    [Fact]
    public void A_page_in_a_quiet_room_stays_however_long_ago_it_drew()
    {
        connection.Rendering();
        connection.Drawn();
        clock.Advance(TimeSpan.FromHours(1));
        connection.Rendering();
        Assert.False(socket.IsClosed);
    }

    [Fact]
    public void A_page_that_is_back_has_all_its_time_again()
    {
        connection.Rendering();
        connection.OnConnectionDownAsync(null!, default);
        clock.Advance(Connection.Patience);
        Connect();
        connection.Rendering();
        Assert.False(socket.IsClosed);
    }

    private void Connect() => connection.OnConnectionUpAsync(null!, default);

    private sealed class Socket : IHttpRequestLifetimeFeature
    {
        public bool IsClosed { get; private set; }
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsClosed = true;
    }
}
