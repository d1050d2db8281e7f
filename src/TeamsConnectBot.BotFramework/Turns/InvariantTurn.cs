using System.Globalization;
using Microsoft.Bot.Builder;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// The SDK runs a turn in the culture of whoever sent the activity: what is parsed, sorted and written would depend on them. The
/// words for a reader are chosen by the reader's language, not by this.
/// </summary>
internal sealed class InvariantTurn : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await next(cancellationToken);
    }
}
