"""Planning weeks ahead anew from what was trained: how strong somebody is, how they are doing, how the weeks go on."""
