namespace TeamsConnectBot.Graph.Transport;

/// <summary>Why a call to Graph gave no usable answer.</summary>
internal enum GraphFailure
{
    /// <summary>No connection, a timeout, or a server error that outlasted the retries.</summary>
    Unreachable,

    /// <summary>Entra ID gave no token.</summary>
    NoToken,

    /// <summary>Throttled for longer than the service is willing to wait.</summary>
    Throttled,

    /// <summary>The token was refused, or a permission is missing.</summary>
    Denied,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>Graph rejected the request itself.</summary>
    Rejected,

    /// <summary>An answer that is not what Graph documents: HTML, wrong types, a link to another host.</summary>
    Unreadable,
}
