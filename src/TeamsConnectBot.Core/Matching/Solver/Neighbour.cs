using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>One entry of a person's candidate list. Only eight bytes, because the lists take most of the solver's memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Neighbour(int Person, int Weight);
