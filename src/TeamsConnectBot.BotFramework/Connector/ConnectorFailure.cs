namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>Why a request to the connector failed; follows 'Status codes from bot conversational APIs' in Teams' documentation.</summary>
public enum ConnectorFailure
{
    /// <summary>400: the request is wrong. Fix it; sending it again does not help.</summary>
    BadRequest,
    /// <summary>401: the bot is not registered, or its token was refused.</summary>
    BotNotRegistered,
    /// <summary>403 BotDisabledByAdmin: stop sending to the whole tenant.</summary>
    DisabledByAdmin,
    /// <summary>403 BotNotInConversationRoster: the bot is not, or not yet, in the conversation.</summary>
    NotInRoster,
    /// <summary>403 ConversationBlockedByUser: the person blocked the bot.</summary>
    BlockedByUser,
    /// <summary>403 ForbiddenOperationException: the app is not installed for the person.</summary>
    NotInstalled,
    /// <summary>
    /// 403 InvalidBotApiHost: the conversation belongs to another cloud. Also used for a host that is not on the allow list.
    /// </summary>
    WrongHost,
    /// <summary>403 NotEnoughPermissions, or any other 403.</summary>
    NotPermitted,
    /// <summary>403 MessageWritesBlocked (errorCode 209): the bot is blocked or uninstalled.</summary>
    MessageWritesBlocked,
    /// <summary>404 ActivityNotFoundInConversation: the message no longer exists.</summary>
    ActivityNotFound,
    /// <summary>404 ConversationNotFound: the conversation no longer exists.</summary>
    ConversationNotFound,
    /// <summary>412: a temporary conflict that outlasted the retries.</summary>
    PreconditionFailed,
    /// <summary>413, or not sent at all: the message is larger than 100 KB counted as UTF-16.</summary>
    TooLarge,
    /// <summary>429: still throttled after the retries; see <see cref="ConnectorException.RetryAfter"/>.</summary>
    Throttled,
    /// <summary>500 and other server errors that Teams says not to retry.</summary>
    ServiceError,
    /// <summary>
    /// 502, 503, 504, no connection, or no response to an idempotent request, even after the retries. Sending it again is safe.
    /// </summary>
    Unavailable,
    /// <summary>The response makes no sense: HTML, a redirect, or JSON without the required fields.</summary>
    Unreadable,
    /// <summary>No token could be obtained; nothing was sent.</summary>
    NoToken,
    /// <summary>The request was sent but no response came: it may or may not have been done.</summary>
    InDoubt,
    /// <summary>404, 409, 410 or 416 from an upload: its address is used up or too old. Ask the person again.</summary>
    UploadExpired,
    /// <summary>507 from an upload: the person's OneDrive is full.</summary>
    StorageFull,
}
