using System.Globalization;
using Microsoft.Bot.Builder;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// Runs the turn in the invariant culture. The SDK uses the sender's, which would affect how things are parsed, sorted and formatted. Texts
/// for a reader are chosen by the reader's language, independently of this.
/// </summary>
internal sealed class InvariantCultureMiddleware : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await next(cancellationToken);
    }
}
