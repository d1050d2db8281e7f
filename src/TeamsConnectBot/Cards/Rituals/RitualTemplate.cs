namespace TeamsConnectBot.Cards.Rituals;

/// <summary>The template that a ritual was created from; it supplies the agenda.</summary>
internal enum RitualTemplate
{
    None, Coffee, StandUp, Retro, Walk, CoWorking, AiFeedback, ShowAndTell, Newcomer, AiAgreements,

    /// <summary>A question that is posted; there is no meeting.</summary>
    Question,
}
