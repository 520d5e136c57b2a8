namespace Iris;

/// <summary>Tells three species of iris apart by four lengths in centimetres, as they are: it scales them itself.</summary>
[Network]
[Input(4)]
[InputScaling]
[Dense(16), Tanh]
[Dense(3)]
[CrossEntropy]
[Adam(LearningRate = 0.01)]
internal sealed partial class IrisNet;
