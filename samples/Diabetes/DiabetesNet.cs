namespace Diabetes;

/// <summary>
/// Foretells how far the disease progresses within a year from ten measures. There are few patients and much chance in the score:
/// weight decay and dropout keep the network from learning the patients by heart.
/// </summary>
[Network]
[Input(10)]
[InputScaling]
[Dense(16), Silu, Dropout(0.2)]
[Dense(1)]
[Huber]
[AdamW(LearningRate = 0.01, WeightDecay = 0.1)]
internal sealed partial class DiabetesNet;
