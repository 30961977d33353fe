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
        Show();
        clock.Advance(Almost);
        Show();
        Assert.False(socket.IsClosed);

        clock.Advance(TimeSpan.FromSeconds(1));
        Show();
        Assert.True(socket.IsClosed);
    }

    [Fact]
    public void A_page_that_draws_stays_however_much_it_is_shown()
    {
        for (var look = 0; look < 10; look++)
        {
            Show();
            clock.Advance(Almost);
            connection.Drawn();
        }
        Assert.False(socket.IsClosed);
    }

    [Fact]
    public void A_page_in_a_quiet_room_stays_however_long_ago_it_drew()
    {
        Show();
        connection.Drawn();
        clock.Advance(TimeSpan.FromHours(1));
        Show();
        Assert.False(socket.IsClosed);
    }

    [Fact]
    public void A_page_that_is_back_has_all_its_time_again()
    {
        Show();
        connection.OnConnectionDownAsync(null!, default);
        clock.Advance(Connection.Patience);
        Connect();
        Show();
        Assert.False(socket.IsClosed);
    }

    [Fact]
    public void A_page_that_looked_and_found_nothing_to_draw_is_not_waited_for()
    {
        connection.Looking();
        clock.Advance(TimeSpan.FromHours(1));
        connection.Looking();
        Assert.False(socket.IsClosed);
    }

    private void Show()
    {
        connection.Looking();
        connection.Rendering();
    }

    private void Connect() => connection.OnConnectionUpAsync(null!, default);

    private sealed class Socket : IHttpRequestLifetimeFeature
    {
        public bool IsClosed { get; private set; }
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsClosed = true;
    }
}
