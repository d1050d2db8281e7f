namespace TeamsConnectBot.Graph.Transport;

/// <summary>Why a call to Graph gave nothing to work with.</summary>
internal enum GraphFailure
{
    /// <summary>No connection, a timeout, or a server error that outlasted the retries.</summary>
    Unreachable,

    /// <summary>Entra ID gave no token.</summary>
    NoToken,

    /// <summary>Throttled beyond the wait we allow.</summary>
    Throttled,

    /// <summary>The token was refused, or a permission is missing.</summary>
    Denied,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>Graph refused the request as it stands.</summary>
    Rejected,

    /// <summary>An answer that is not what Graph documents: HTML, wrong types, a link to another host.</summary>
    Unreadable,
}
