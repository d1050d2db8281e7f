using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>A key the channel signs with, and the channels it may speak for.</summary>
internal sealed record ChannelKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);
