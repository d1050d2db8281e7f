namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Why the connector did not do what was asked, as 'Status codes from bot conversational APIs' of Teams lists it.</summary>
public enum ConnectorFailure
{
    /// <summary>400: the request is wrong. Fix it; sending again does not help.</summary>
    BadRequest,
    /// <summary>401: the bot is not registered, or the token is refused.</summary>
    BotNotRegistered,
    /// <summary>403 BotDisabledByAdmin: stop for the whole tenant.</summary>
    DisabledByAdmin,
    /// <summary>403 BotNotInConversationRoster: the bot is not, or not yet, in the conversation.</summary>
    NotInRoster,
    /// <summary>403 ConversationBlockedByUser: the person blocked the bot.</summary>
    BlockedByUser,
    /// <summary>403 ForbiddenOperationException: the app is not installed for the person.</summary>
    NotInstalled,
    /// <summary>403 InvalidBotApiHost: this conversation lives in another cloud; also a host that is not on the list.</summary>
    WrongHost,
    /// <summary>403 NotEnoughPermissions, or another 403.</summary>
    NotPermitted,
    /// <summary>403 MessageWritesBlocked (errorCode 209): blocked or uninstalled.</summary>
    MessageWritesBlocked,
    /// <summary>404 ActivityNotFoundInConversation: the message is gone.</summary>
    ActivityNotFound,
    /// <summary>404 ConversationNotFound: the conversation is gone.</summary>
    ConversationNotFound,
    /// <summary>412: a passing conflict, retried and still there.</summary>
    PreconditionFailed,
    /// <summary>413, or refused here before sending: more than 100 KB counted as UTF-16.</summary>
    TooLarge,
    /// <summary>429: retried as long as it is sensible; see <see cref="ConnectorException.RetryAfter"/>.</summary>
    Throttled,
    /// <summary>500 and other errors of the service, which Teams says not to retry.</summary>
    ServiceError,
    /// <summary>502, 503, 504, or no connection: nothing was sent, or the service was away, through all retries.</summary>
    Unavailable,
    /// <summary>An answer that makes no sense: HTML, a redirect, or JSON without what is needed.</summary>
    Unreadable,
    /// <summary>No token could be had; nothing was sent.</summary>
    NoToken,
    /// <summary>The request went out and no answer came: it may or may not have been done.</summary>
    InDoubt,
}
