document.documentElement.dataset.clinics = "here";
