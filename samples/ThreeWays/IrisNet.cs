namespace ThreeWays;

/// <summary>Tells three species of iris apart by four measures. In double, which differences of its loss need.</summary>
[Network(Precision = Precision.Double)]
[Input(4)]
[Dense(8), Tanh]
[Dense(3)]
[CrossEntropy]
[Adam(LearningRate = 0.02)]
internal sealed partial class IrisNet;
