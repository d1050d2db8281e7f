namespace TeamsConnectBot.Cards.Rituals;

/// <summary>What a ritual began from; it gives the agenda.</summary>
internal enum RitualTemplate
{
    None,
    Coffee,
    StandUp,
    Retro,
    Walk,
    CoWorking,
    AiFeedback,
    ShowAndTell,
    Newcomer,
    AiAgreements,
}
