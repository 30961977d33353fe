using System.Net;
using System.Net.Sockets;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>Who is counted as one: an address, or for IPv6 the network of 64 bits that one customer is given.</summary>
internal static class ClientAddress
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
