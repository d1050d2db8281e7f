using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>What <see cref="ConnectAdapter"/> is made of; registered by <see cref="BotExtensions.AddBotFramework"/>.</summary>
public sealed class AdapterParts
{
    internal AdapterParts(ConnectAuthentication authentication, TurnRunner turns, TeamsConnector connector, IOptions<BotOptions> options)
    {
        Authentication = authentication;
        Turns = turns;
        Connector = connector;
        Options = options.Value;
    }

    internal ConnectAuthentication Authentication { get; }

    internal TurnRunner Turns { get; }

    internal TeamsConnector Connector { get; }

    internal BotOptions Options { get; }
}
