using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>One of the channel's signing keys, with the channel ids it is endorsed for.</summary>
internal sealed record ChannelKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);
